package dev.fermata.planner.plan;

/** When a hook runs that is a command in a container. */
public enum HookStage {
  POST_START,
  PRE_STOP;

  /** As the file has it. */
  public String text() {
    return switch (this) {
      case POST_START -> "post_start";
      case PRE_STOP -> "pre_stop";
    };
  }
}
