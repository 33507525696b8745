package dev.fermata.runner.engine.build;

/**
 * Lines of a Dockerfile, from 1, both ends counted. {@code file} is a path, or what is written in
 * place of one; {@code text} is all of it.
 */
public record DockerfilePlace(String file, int first, int last, String text) {}
