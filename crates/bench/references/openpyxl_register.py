"""Reference for the figure `xlsx`: openpyxl.

    python3 openpyxl_register.py register.jsonl out.xlsx     prints one line of JSON
"""
import json
import sys
import time

import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

rows = [[str(cell) for cell in json.loads(line)] for line in open(sys.argv[1], encoding="utf-8")]
begun = time.process_time_ns()
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "register"
side = Side(style="thin", color="A6A6A6")
border = Border(left=side, right=side, top=side, bottom=side)
wrap = Alignment(wrap_text=True, vertical="center")
plain = Font(name="BIZ UDGothic", size=10)
bold = Font(name="BIZ UDGothic", size=10, bold=True)
head = PatternFill("solid", fgColor="F2F2F2")
for number, row in enumerate(rows, 1):
    for column, text in enumerate(row, 1):
        cell = sheet.cell(row=number, column=column, value=text)
        cell.border = border
        cell.alignment = wrap
        cell.font = bold if number == 1 or (column == 10 and text == "重大") else plain
        if number == 1:
            cell.fill = head
for column in range(1, 15):
    sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].width = 17
sheet.freeze_panes = "A2"
sheet.auto_filter.ref = sheet.dimensions
book.save(sys.argv[2])
print(json.dumps({"cpu_ns": time.process_time_ns() - begun}))
