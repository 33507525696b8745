package dev.fermata.model.schema.attribute;

/** What Fermata does with an attribute. */
public enum Treatment {
  /** The engine gets it on create. */
  MAPPED,
  /** Fermata acts on it itself. */
  DONE_BY_US,
  /** Read, and of no effect here, as in Docker Compose. */
  IGNORED_WITH_WARNING,
  /** Means something to Swarm only. */
  SWARM_ONLY,
  /** Known and checked; what brings services up refuses it, as Docker Compose does. */
  NOT_RUN,
  /** Known and checked; no engine has it, so what would change one refuses it. */
  NO_ENGINE
}
