package dev.fermata.model.load.file;

import java.util.Map;

/** Who asks for a load: the directory they are in, their environment and their standard input. */
public record Caller(
    String currentDirectory, Map<String, String> environment, String standardInput) {}
