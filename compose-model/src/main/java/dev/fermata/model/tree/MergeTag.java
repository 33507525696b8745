package dev.fermata.model.tree;

/**
 * {@code !reset} takes an attribute away from what was merged so far, {@code !override} replaces it
 * whole.
 */
public enum MergeTag {
  NONE,
  RESET,
  OVERRIDE
}
