"""Compiles the reading of claims with mypyc into the wheel, where asked: `HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 pip install .`."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledClaims(BuildHookInterface):  # type: ignore[type-arg]
    """Puts a compiled module beside each plain one of `claimscan.claims`; Python takes the compiled one."""

    def dependencies(self) -> list[str]:
        """What building needs besides hatchling and a C compiler; what mypyc makes changes with its version."""
        return ["mypy==2.4.1", "setuptools>=77"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile, and tell the builder where the outcome is; nothing is written into the source tree."""
        from mypyc.build import mypycify
        from setuptools import Distribution

        self._place = TemporaryDirectory()  # until the wheel is written
        built = Path(self._place.name)
        os.chdir(Path(self.root, "src"))  # modules are named by their paths
        modules = sorted(map(str, Path("claimscan", "claims").glob("*.py")))
        types = ["--config-file=", "--ignore-missing-imports", "--follow-imports=silent"]  # they are checked elsewhere, with all libraries
        # Higher levels take longer and make it 3 % faster.
        extensions = mypycify([*types, *modules], opt_level="1", debug_level="0", target_dir=str(built / "c"))
        command = Distribution({"ext_modules": extensions}).get_command_obj("build_ext")
        command.build_lib, command.build_temp = str(built / "lib"), str(built / "temp")
        command.ensure_finalized()
        command.run()
        build_data.update(pure_python=False, infer_tag=True)
        for path in (built / "lib").rglob("*.*"):
            build_data["force_include"][str(path)] = str(path.relative_to(built / "lib"))
