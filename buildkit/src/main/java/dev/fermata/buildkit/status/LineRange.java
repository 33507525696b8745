package dev.fermata.buildkit.status;

/** Lines of a file, from 1, both ends counted. */
public record LineRange(int first, int last) {}
