package dev.fermata.runner.ready;

/** What asking a container has come to. */
public sealed interface Reply {
  Reply READY = new Ready();
  Reply SILENT = new Silent();

  record Ready() implements Reply {}

  /** {@code why} is one line, or what a command has written. */
  record NotYet(String why) implements Reply {}

  /** Nothing that can be asked from here: the same question will not be answered later either. */
  record Unreachable(String why) implements Reply {}

  /** The container does not run, so this says nothing of it. */
  record Silent() implements Reply {}
}
