package dev.fermata.sources.registry;

/** How a project is told from an image: since 1.1 a manifest has a type of its own. */
public enum OciVersion {
  V1_0,
  V1_1
}
