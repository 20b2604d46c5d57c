"""copydesk.toml, the environment and the command's flags become one frozen Settings value.

A flag wins over `COPYDESK_…` in the environment, which wins over the file, which wins over the default. A path in the file
starts from the folder of the file, as a scheduled run may start anywhere; every other one from the working folder.
"""

import difflib
import hashlib
import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from flows.errors import WrongUsage
from flows.toml_lines import place_in_file
from tasks.clean.settings import CleanSettings
from tasks.dedupe.settings import DedupeSettings
from tasks.enrich.settings import EnrichSettings
from tasks.enrich.user_entities import BadEntitiesFile, read_user_entities
from tasks.read.settings import ReadSettings
from tasks.validate.settings import ValidateSettings

CONFIG_NAME = "copydesk.toml"

# What says where and how fast a run works, but not what its tables hold.
NOT_IN_FINGERPRINT = {"to", "workers", "runner", "wait_seconds", "full"}

# The settings that are paths, with their section.
PATHS = (("", "to"), ("enrich", "entities_file"))


class Settings(BaseSettings):
    """Every setting of a run. Sections are the settings of the rooms of `tasks`."""

    model_config = SettingsConfigDict(
        env_prefix="COPYDESK_",
        env_nested_delimiter="__",
        frozen=True,
        extra="forbid",
        nested_model_default_partial_update=True,
    )

    to: Path = Field(Path("warehouse"), description="The warehouse folder.")
    workers: int = Field(default_factory=lambda: len(os.sched_getaffinity(0)), ge=1, description="Worker processes.")
    runner: Literal["processes"] = Field("processes", description="What maps a stage over its shards.")
    wait_seconds: float = Field(0, ge=0, description="How long to wait for a busy warehouse.")
    full: bool = Field(False, description="Work out everything again, even when nothing is new.")
    read: ReadSettings = ReadSettings()
    clean: CleanSettings = CleanSettings()
    dedupe: DedupeSettings = DedupeSettings()
    enrich: EnrichSettings = EnrichSettings()
    validate_: ValidateSettings = Field(ValidateSettings(), alias="validate")

    @property
    def warehouse(self) -> Path:
        """The warehouse folder, without `..`: places in it are compared as text. Links are not followed."""
        return Path(os.path.abspath(self.to))  # noqa: PTH100 - Path.absolute() keeps `..`

    def sha256(self) -> str:
        """Return the digest of every setting that tables depend on."""
        values = self.model_dump(mode="json", by_alias=True, exclude=NOT_IN_FINGERPRINT)
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


def load_settings(config: Path | None = None, *, model: str | None = None, **flags: Any) -> Settings:
    """Return the effective settings; a flag that is None was not given. `model` is the one setting of a section that is a flag.

    Raises WrongUsage, in a sentence, when the file cannot be read or a value cannot be used.
    """
    path = config_file(config)
    told = from_file(path) if path else {}

    class WithFile(Settings):
        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
            file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            return init_settings, env_settings, InitSettingsSource(settings_cls, told)

    given = {name: value for name, value in flags.items() if value is not None}
    if model is not None:
        given["enrich"] = {"model": model}
    refuse_unknown(EnvSettingsSource(Settings)(), "the environment")
    try:
        settings = WithFile(**given)
        read_user_entities(settings.enrich.entities_file)  # refused here, before anything runs
    except ValidationError as error:
        raise WrongUsage(in_sentences(error, path)) from error
    except BadEntitiesFile as error:
        raise WrongUsage(str(error)) from error
    return settings


def config_file(config: Path | None) -> Path | None:
    """Return the file that is asked for, else the one of the working folder, if there is one."""
    return config or (Path(CONFIG_NAME) if Path(CONFIG_NAME).is_file() else None)


def from_file(path: Path) -> dict[str, Any]:
    """Return what the file sets; raise WrongUsage when it cannot be read or sets what does not exist."""
    told = read_config(path)
    refuse_unknown(told, str(path))
    for section, name in PATHS:
        values = told.get(section, {}) if section else told
        if isinstance(values, dict) and isinstance(values.get(name), str):
            values[name] = str(path.parent / values[name])
    return told


def read_config(path: Path) -> dict[str, Any]:
    """Return the parsed file; raise WrongUsage when it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongUsage(f"{path}: {error.strerror or error}. Nothing was run.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongUsage(f"{path}: {error}. Nothing was run.") from error


def refuse_unknown(given: Mapping[str, Any], where: str) -> None:
    """Raise WrongUsage for a setting that does not exist, naming the one that was probably meant."""
    known: dict[str, Any] = {(field.alias or name): field.default for name, field in Settings.model_fields.items()}
    for name, value in given.items():
        if name not in known:
            raise WrongUsage(unknown_setting(name, list(known), where))
        if is_dataclass(known[name]) and isinstance(value, Mapping):
            names = [field.name for field in fields(known[name])]
            for inner in value:
                if inner not in names:
                    raise WrongUsage(unknown_setting(inner, names, f"{where}, [{name}]"))


def unknown_setting(name: str, known: list[str], where: str) -> str:
    """Return the sentence for a setting that does not exist."""
    near = difflib.get_close_matches(name, known, n=1)
    meant = f"did you mean {near[0]!r}?" if near else f"settings are {', '.join(known)}."
    return f"{where}: there is no setting {name!r}; {meant} Nothing was run."


def in_sentences(error: ValidationError, path: Path | None) -> str:
    """Return what pydantic found, one sentence per value."""
    text = path.read_text(encoding="utf-8") if path else ""
    found = (f"{place_in_file(e['loc'], text)} = {e['input']!r}: {e['msg']}" for e in error.errors())
    return "; ".join(found) + f" (from flags, COPYDESK_… variables or {path or CONFIG_NAME}). Nothing was run."
