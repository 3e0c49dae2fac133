"""The lock files: complete, hashed, and without a trace of where they were made."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bootstrap import locks

ROOT = Path(__file__).parent.parent
PYTHONS = ("3.11.0", "3.11.9", "3.12.1", "3.13.5", "3.14.0")
SYSTEMS = ("linux", "win32", "darwin")


def pyproject():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def asked(lock):
    """Return the requirements of pyproject.toml that a lock has to fulfil."""
    project = pyproject()
    extra = project["dependency-groups"]["dev"] if lock == "dev" else []
    return [Requirement(line) for line in [*project["project"]["dependencies"], *extra]]


def text_of(lock):
    return (ROOT / "locks" / f"{lock}.txt").read_text(encoding="ascii")


def entries(lock):
    """Return (requirement, hashes) for each entry of a lock."""
    joined = text_of(lock).replace("\\\n", " ")
    lines = [line for line in joined.splitlines() if line and not line.startswith("#")]
    parts = [re.split(r"\s+--hash=", line) for line in lines]
    return [(Requirement(first), hashes) for first, *hashes in parts]


def chosen(lock, python, system):
    """Return name → version for one Python on one system."""
    environment = {
        "python_full_version": python,
        "python_version": python.rpartition(".")[0],
        "sys_platform": system,
        "platform_python_implementation": "CPython",
    }
    pins = [
        requirement
        for requirement, _ in entries(lock)
        if requirement.marker is None or requirement.marker.evaluate(environment)
    ]
    versions = {canonicalize_name(pin.name): str(pin.specifier)[2:] for pin in pins}
    assert len(versions) == len(pins), "one name is pinned twice for the same Python"
    return versions, environment


@pytest.fixture(params=["runtime", "dev"])
def lock(request):
    return request.param


def test_lock_holds_only_pins_and_hashes(lock):
    for requirement, hashes in entries(lock):
        assert re.fullmatch(r"==[\w.]+", str(requirement.specifier)), requirement
        assert requirement.url is None
        assert hashes, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", text.strip()) for text in hashes)


def test_lock_names_no_host_path_or_option(lock):
    text = text_of(lock)
    assert "://" not in text
    assert not re.search(r"(^|[\s@])(/|~|[A-Z]:\\|file:)", text, re.MULTILINE)
    assert {"hash"} == set(re.findall(r"--([a-z-]+)", text))


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_lock_fulfils_pyproject(lock, python, system):
    versions, environment = chosen(lock, python, system)
    for requirement in asked(lock):
        if requirement.marker is None or requirement.marker.evaluate(environment):
            version = versions[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version), (requirement, version)


def test_dev_keeps_the_pins_of_runtime():
    runtime = {str(requirement): hashes for requirement, hashes in entries("runtime")}
    dev = {str(requirement): hashes for requirement, hashes in entries("dev")}
    assert runtime.items() <= dev.items()


def test_qt_is_split_by_python():
    pins = [str(entry) for entry, _ in entries("runtime") if "pyside6" in entry.name]
    assert len(pins) == 2
    assert all("3.12" in pin for pin in pins)


def test_lock_text_keeps_wheels_of_supported_systems_only():
    def wheel(tag, digest):
        return {"url": f"https://host.invalid/p-1-{tag}.whl", "hashes": {"sha256": digest}}

    wheels = [
        wheel("cp310-abi3-manylinux_2_34_x86_64", "a"),
        wheel("cp313-cp313-win_amd64", "b"),
        wheel("py3-none-any", "c"),
        wheel("cp313-cp313-musllinux_1_2_x86_64", "d"),
        wheel("cp310-cp310-win_amd64", "e"),
        wheel("cp313-cp313t-win_amd64", "f"),
        wheel("cp313-cp313-win32", "g"),
    ]
    package = {"name": "p", "version": "1", "marker": "os_name == 'nt'", "wheels": wheels}
    text = locks.lock_text({"packages": [package]})
    assert text.splitlines()[0] == "p==1 ; os_name == 'nt' \\"
    assert re.findall(r"sha256:(\w)", text) == ["a", "b", "c"]


def test_debian_lists_name_packages_only():
    for path in (ROOT / "locks").glob("debian*.txt"):
        lines = path.read_text(encoding="ascii").splitlines()
        names = [name for line in lines for name in line.split("#")[0].split()]
        assert names
        assert all(re.fullmatch(r"[a-z0-9][a-z0-9.+-]+", name) for name in names), path
