package dev.fermata.model.diagnostic;

import java.util.Locale;

/** The closed set of things a diagnostic can be about; {@code docs/messages.md} explains each. */
public enum Code {
  YAML_SYNTAX,
  DUPLICATE_KEY,
  FILE_NOT_FOUND,
  NO_COMPOSE_FILE,
  SEVERAL_COMPOSE_FILES,
  EMPTY_FILE,
  UNKNOWN_ATTRIBUTE,
  UNMAPPED_ATTRIBUTE,
  IGNORED_ATTRIBUTE,
  WRONG_TYPE,
  INVALID_VALUE,
  INVALID_PROJECT_NAME,
  INTERPOLATION,
  REQUIRED_VARIABLE,
  UNSET_VARIABLE,
  ENV_FILE,
  MERGE_CONFLICT,
  UNDEFINED_SERVICE,
  UNDEFINED_NETWORK,
  UNDEFINED_VOLUME,
  UNDEFINED_SECRET,
  UNDEFINED_CONFIG,
  UNDEFINED_MODEL,
  DISABLED_DEPENDENCY,
  DEPENDENCY_CYCLE,
  INCLUDE_CYCLE,
  EXTENDS_CYCLE,
  CONFLICTING_ATTRIBUTES,
  MISSING_ATTRIBUTE,
  DUPLICATE_VALUE,
  NOT_SUPPORTED;

  /** As users see it: {@code unknown-attribute}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
