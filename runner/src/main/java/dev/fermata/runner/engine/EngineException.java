package dev.fermata.runner.engine;

/**
 * The engine refused, failed or is out of reach. The message is ours, the detail the engine's own.
 */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, as far as somebody can act on it. */
  public enum Kind {
    UNREACHABLE,
    /** What says where the engine is cannot be followed: no fault of the engine. */
    MISCONFIGURED,
    REGISTRY_UNREACHABLE,
    NO_SPACE,
    NOT_FOUND,
    CONFLICT,
    IMAGE_NOT_FOUND,
    ACCESS_DENIED,
    PORT_IN_USE,
    NAME_IN_USE,
    IN_USE,
    INVALID,
    NOT_SUPPORTED,
    BUILD_FAILED,
    TIMEOUT,
    INTERRUPTED,
    OTHER
  }

  private final Kind kind;
  private final String message;
  private final String detail;

  public EngineException(Kind kind, String message, String detail) {
    super(message);
    this.message = message;
    this.kind = kind;
    this.detail = detail;
  }

  public EngineException(Kind kind, String message, String detail, Throwable cause) {
    super(message, cause);
    this.message = message;
    this.kind = kind;
    this.detail = detail;
  }

  /** Ours: what the engine refused, in one sentence. */
  @Override
  public String getMessage() {
    return message;
  }

  public Kind kind() {
    return kind;
  }

  /** The engine's own words; may be empty. */
  public String detail() {
    return detail;
  }
}
