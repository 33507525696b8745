package dev.fermata.runner;

/** Asks the user what a plan wants confirmed. */
@FunctionalInterface
public interface Consent {
  /** For callers that can ask nobody: what needs a confirmation is not done. */
  Consent NOBODY = question -> Answer.NONE;

  Answer to(String question);

  /** What came of a question. */
  enum Answer {
    YES,
    NO,
    NONE
  }
}
