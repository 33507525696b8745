package dev.fermata.planner.plan;

/**
 * What takes an earlier step back. It stands with the step that gives what was taken away: where
 * that is not done, and the earlier {@code step} was, {@code action} is carried out.
 */
public record Undo(int step, Action action) {}
