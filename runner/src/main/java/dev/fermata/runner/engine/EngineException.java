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
    /** A port of the engine's host. */
    PORT_IN_USE,
    /** An address on a network. */
    ADDRESS_IN_USE,
    /** The addresses that a network is to have. */
    SUBNET_IN_USE,
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
  private final String hint;

  public EngineException(Kind kind, String message, String detail) {
    this(kind, message, detail, "");
  }

  /** {@code hint} is what to do, where more is known than the kind says. */
  public EngineException(Kind kind, String message, String detail, String hint) {
    super(message);
    this.message = message;
    this.kind = kind;
    this.detail = detail;
    this.hint = hint;
  }

  public EngineException(Kind kind, String message, String detail, Throwable cause) {
    super(message, cause);
    this.message = message;
    this.kind = kind;
    this.detail = detail;
    this.hint = "";
  }

  private EngineException(EngineException of, String message) {
    super(message, of);
    this.message = message;
    this.kind = of.kind;
    this.detail = of.detail;
    this.hint = of.hint;
  }

  /** The same, in words that say more. */
  public EngineException told(String words) {
    return new EngineException(this, words);
  }

  /** Ours: what the engine refused, in one sentence. */
  @Override
  public String getMessage() {
    return message;
  }

  public Kind kind() {
    return kind;
  }

  /** Of a call that needs a running container: it has ended, is being restarted, or is gone. */
  public boolean saysNotRunning() {
    return kind == Kind.CONFLICT || kind == Kind.NOT_FOUND;
  }

  /** The engine's own words; may be empty. */
  public String detail() {
    return detail;
  }

  /** What to do, where the kind alone does not say it; may be empty. */
  public String hint() {
    return hint;
  }
}
