package dev.fermata.model;

/** A top-level secret. */
public record Secret(String key, String name, FileSource source) {}
