"""The tour in five questions, run as a reader would run it, against a server over the starter corpus.

`TOUR=write` keeps the fresh outputs in docs/tour.ipynb.
"""

from __future__ import annotations

import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from serving import api_over
from waiting import PATIENCE

TOUR = Path(__file__).parent.parent / "docs" / "tour.ipynb"
MOST_BYTES = 60_000


def test_tour_runs_to_its_end_and_shows_something_for_every_question(
    starter_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tour = nbformat.read(TOUR, as_version=4)
    with api_over(starter_store) as address:
        monkeypatch.setenv("SHANSHUI_API", address)
        monkeypatch.setenv("PYTHONPATH", str(TOUR.parent.parent))
        # Streamlit, once it ran in this process, asks all its children to draw into files.
        monkeypatch.delenv("MPLBACKEND", raising=False)
        NotebookClient(tour, timeout=PATIENCE, startup_timeout=PATIENCE, kernel_name="python3").execute()
    shown = [cell.outputs for cell in tour.cells if cell.cell_type == "code"][1:]
    assert len(shown) == 6 and all(shown)
    plots = [output for outputs in shown for output in outputs if "image/png" in output.get("data", {})]
    assert len(plots) == 1
    if os.environ.get("TOUR") == "write":
        for cell in tour.cells:
            cell.metadata.pop("execution", None)
        nbformat.write(tour, TOUR)


def test_tour_is_kept_with_outputs_that_are_small() -> None:
    tour = nbformat.read(TOUR, as_version=4)
    assert TOUR.stat().st_size < MOST_BYTES
    outputs = [cell.outputs for cell in tour.cells if cell.cell_type == "code"][1:]
    assert all(outputs) and not [each for kept in outputs for each in kept if each.output_type == "error"]
