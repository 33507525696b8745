package dev.fermata.model;

/** A top-level config. */
public record Config(String key, String name, FileSource source) {}
