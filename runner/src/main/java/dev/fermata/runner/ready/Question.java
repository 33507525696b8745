package dev.fermata.runner.ready;

import java.time.Duration;

/** A check of readiness, as it is put to one life of a container, again and again. */
@FunctionalInterface
public interface Question {
  /** {@code timeout} is what a connection and each answer may take. */
  Reply ask(Duration timeout) throws InterruptedException;
}
