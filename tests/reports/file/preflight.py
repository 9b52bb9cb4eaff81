"""Apache PDFBox's Preflight, which says whether a file is one of PDF/A-1b."""

import subprocess
from pathlib import Path

_JARS = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api")
_CLASSES = ":".join(f"/usr/share/java/{name}.jar" for name in _JARS)


def faults_of(path: Path) -> list[str]:
    """What keeps a file from being one of PDF/A-1b; empty where it is one."""
    command = ["java", "-cp", _CLASSES, "org.apache.pdfbox.preflight.Validator_A1b", str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line for line in ran.stdout.splitlines() if line.strip()]
    assert lines, ran.stderr
    if lines[0] == f"The file {path.name} is a valid PDF/A-1b file":
        return []
    return lines[1:] or lines
