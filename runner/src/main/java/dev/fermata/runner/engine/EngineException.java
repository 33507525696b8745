package dev.fermata.runner.engine;

import dev.fermata.runner.engine.build.BuildFailure;
import java.util.Optional;

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
    /** The registry, or the way to it, fails now and may well not a little later. */
    REGISTRY_BUSY,
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
    /** Several networks have the name. */
    AMBIGUOUS,
    IN_USE,
    /** A path of the engine's host, where something of it is to be mounted. */
    PATH_MISSING,
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
  private final String about;
  private final String holder;
  private final transient Optional<BuildFailure> build;

  public EngineException(Kind kind, String message, String detail) {
    this(kind, message, detail, "");
  }

  /** {@code hint} is what to do, where more is known than the kind says. */
  public EngineException(Kind kind, String message, String detail, String hint) {
    this(kind, message, detail, hint, "");
  }

  /** {@code about} is the one thing that the engine's words name: a port, a path, an id. */
  public EngineException(Kind kind, String message, String detail, String hint, String about) {
    super(message);
    this.message = message;
    this.kind = kind;
    this.detail = detail;
    this.hint = hint;
    this.about = about;
    this.holder = "";
    this.build = Optional.empty();
  }

  public EngineException(Kind kind, String message, String detail, Throwable cause) {
    super(message, cause);
    this.message = message;
    this.kind = kind;
    this.detail = detail;
    this.hint = "";
    this.about = "";
    this.holder = "";
    this.build = Optional.empty();
  }

  private EngineException(EngineException of, String message, String holder) {
    this(of, message, holder, of.build);
  }

  private EngineException(
      EngineException of, String message, String holder, Optional<BuildFailure> build) {
    super(message, of);
    this.message = message;
    this.kind = of.kind;
    this.detail = of.detail;
    this.hint = of.hint;
    this.about = of.about;
    this.holder = holder;
    this.build = build;
  }

  /** The same, in words that say more. */
  public EngineException told(String words) {
    return new EngineException(this, words, holder);
  }

  /** The same of a build, with what is known of where it failed. */
  public EngineException inBuild(BuildFailure failure) {
    return new EngineException(this, message, holder, Optional.of(failure));
  }

  /** The same, with who has what was refused: {@code container `shop-web-1`}. */
  public EngineException heldBy(String who) {
    return new EngineException(this, message + " by " + who, who);
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

  /** What the engine's own words name; may be empty. */
  public String about() {
    return about;
  }

  /** Who has what was refused; empty where nobody knows. */
  public String holder() {
    return holder;
  }

  /** Where a build failed. */
  public Optional<BuildFailure> build() {
    return build;
  }
}
