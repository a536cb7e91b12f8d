"""Ask QualCoder's own reports, for `qualcoder.py`: run by a Python that has what QualCoder needs.

    PYTHON benchmarks/qualcoder_asked.py SOURCE STUDY PROJECT < questions > answers

SOURCE is the `src` folder of a copy of QualCoder, STUDY a study as JSON, PROJECT the .qda folder to be made of it. A
line of input names a question, a line of output is its answer as JSON. The dialogs are made, but not shown, which
spares QualCoder the time for layout. Its modules for language models, of which reports need nothing,
are replaced by an empty one; a message that would wait for a click is an error.

The schema is that of QualCoder's own `new_project`, read from its source.
"""

import ast
import builtins
import json
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from PyQt6 import QtWidgets

Answer = Any
DAY = "2026-11-01 12:00:00"


def statements(source: Path) -> list[str]:
    """What QualCoder itself says to make the tables of a new project."""
    tree = ast.parse((source / "qualcoder" / "__main__.py").read_text("utf-8"))
    (new,) = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "new_project")
    texts = [node.value for node in ast.walk(new) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [text for text in texts if text.startswith("CREATE TABLE")]


def make_project(app: Any, tables: list[str], study: dict[str, Any], folder: Path) -> None:
    """A project with the texts, codes (sub-codes under theirs, named by their whole paths), cases and codings."""
    folder.mkdir()
    app.create_connection(str(folder))
    cursor: sqlite3.Cursor = app.conn.cursor()
    for table in tables:
        cursor.execute(table)
    cursor.execute("insert into project values ('v17',?,'','',0,0,'anna','',null,null,null)", [DAY])
    for number, (name, text) in enumerate(study["texts"].items(), 1):
        cursor.execute("insert into source values (?,?,?,null,'','anna',?,null,null)", [number, name, text, DAY])
    numbers = {path: number for number, path in enumerate(study["codes"], 1)}
    for path, number in numbers.items():
        above = numbers.get(path.rpartition("/")[0])
        cursor.execute("insert into code_name values (?,?,'',null,'anna',?,'#99CCFF',?)", [number, path, DAY, above])
    sources = {name: number for number, name in enumerate(study["texts"], 1)}
    for name, start, end, code, coder in study["codings"]:
        words = study["texts"][name][start:end]
        row = [numbers[code], sources[name], words, start, end, coder, DAY]
        cursor.execute("insert into code_text values (null,?,?,?,?,?,?,?,'',null,null)", row)
    app.conn.commit()
    app.update_coder_names()


def questions(app: Any, one: str) -> dict[str, tuple[Callable[[], object], Callable[[], Answer]]]:
    """What is run, and what is then read from the dialog."""
    from qualcoder.report_codes import DialogReportCodes
    from qualcoder.report_comparison_table import DialogReportComparisonTable
    from qualcoder.report_cooccurrence import DialogReportCooccurrence

    log = QtWidgets.QTextEdit()
    codes = DialogReportCodes(app, log, QtWidgets.QWidget())
    pairs, files = DialogReportCooccurrence(app, log), DialogReportComparisonTable(app, log)

    def report(path: str) -> None:
        codes.ui.listWidget_files.selectAll()
        codes.ui.treeWidget.clearSelection()
        walk = QtWidgets.QTreeWidgetItemIterator(codes.ui.treeWidget)
        while (item := walk.value()) is not None:
            item.setSelected(not path or item.text(0) == path)
            walk += 1
        codes.search()

    def reported() -> Answer:
        found = codes.results
        shown = codes.ui.textEdit.toPlainText()
        assert all(row["text"] in shown for row in found[:: max(1, len(found) // 50)])
        return {"codings": Counter(row["codename"] for row in found), "characters": sum(len(r["text"]) for r in found)}

    return {
        "report of all codes": (lambda: report(""), reported),
        "report of one code": (lambda: report(one), reported),
        "co-occurrence": (
            pairs.process_data,
            lambda: [[code["name"] for code in pairs.selected_codes], pairs.data_counts],
        ),
        "code × document": (
            files.process_files_data,
            lambda: [[code["name"] for code in files.codes], [file["name"] for file in files.files], files.data_counts],
        ),
    }


def without_language_models() -> ModuleType:
    """In place of the module that needs them; the settings ask it for a list."""
    module = ModuleType("qualcoder.ai_llm")
    module.get_default_ai_models = list  # type: ignore[attr-defined]
    module.update_ai_models = lambda models, index, _settings=None: (models, index, None)  # type: ignore[attr-defined]
    return module


def main() -> None:
    """Make the project, then answer question after question."""
    source, study, folder = map(Path, sys.argv[1:])
    sys.path.insert(0, str(source))
    sys.modules["qualcoder.ai_llm"] = without_language_models()
    builtins._ = str  # type: ignore[attr-defined]  # its interface in English
    application = QtWidgets.QApplication([])
    from qualcoder.app import App
    from qualcoder.helpers import Message

    def refuse(message: QtWidgets.QMessageBox) -> int:
        raise RuntimeError(message.text())

    Message.exec = refuse
    (Path.home() / ".qualcoder").mkdir(exist_ok=True)  # as its main module does
    told = json.loads(study.read_text("utf-8"))
    app = App()
    make_project(app, statements(source), told, folder)
    asked = questions(app, told["one"])
    print(json.dumps(app.version), flush=True)
    for line in sys.stdin:
        run, read = asked[line.strip()]
        began, used = time.perf_counter(), time.process_time()
        run()
        took = time.perf_counter() - began, time.process_time() - used
        print(json.dumps([took, read()]), flush=True)
    del application


if __name__ == "__main__":
    main()
