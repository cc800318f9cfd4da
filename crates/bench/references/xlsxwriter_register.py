"""Reference for the figure `xlsx`: XlsxWriter.

    python3 xlsxwriter_register.py register.jsonl out.xlsx     prints one line of JSON
"""
import json
import sys
import time

import xlsxwriter

rows = [[str(cell) for cell in json.loads(line)] for line in open(sys.argv[1], encoding="utf-8")]
begun = time.process_time_ns()
book = xlsxwriter.Workbook(sys.argv[2])
sheet = book.add_worksheet("register")
look = {"font_name": "BIZ UDGothic", "font_size": 10, "border": 1, "border_color": "#A6A6A6",
        "text_wrap": True, "valign": "vcenter"}
plain = book.add_format(look)
bold = book.add_format({**look, "bold": True})
head = book.add_format({**look, "bold": True, "bg_color": "#F2F2F2"})
for number, row in enumerate(rows):
    for column, text in enumerate(row):
        grave = column == 9 and text == "重大"
        sheet.write_string(number, column, text, head if number == 0 else bold if grave else plain)
sheet.set_column(0, 13, 17)
sheet.freeze_panes(1, 0)
sheet.autofilter(0, 0, len(rows) - 1, 13)
book.close()
print(json.dumps({"cpu_ns": time.process_time_ns() - begun}))
