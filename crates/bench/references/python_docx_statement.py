"""Reference for the figure `docx`: python-docx.

    python3 python_docx_statement.py statement.jsonl out.docx     prints one line of JSON
"""
import json
import sys
import time

from docx import Document

blocks = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
begun = time.process_time_ns()
paper = Document()
for block in blocks:
    if "heading" in block:
        paper.add_heading(block["heading"], block["level"])
    elif "paragraph" in block:
        paper.add_paragraph(block["paragraph"])
    else:
        rows = block["table"]
        table = paper.add_table(rows=len(rows), cols=len(rows[0]))
        table.style = "Table Grid"
        for line, row in zip(rows, table.rows):
            for text, cell in zip(line, row.cells):
                cell.text = text
paper.save(sys.argv[2])
print(json.dumps({"cpu_ns": time.process_time_ns() - begun}))
