package dev.fermata.runner.engine;

/** The engine behind the port; {@code api} is the negotiated version, such as {@code 1.41}. */
public record EngineVersion(String name, String version, String api, String os, String arch) {}
