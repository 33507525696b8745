package dev.fermata.model;

/** A number of bytes; -1 means "no limit" where Compose allows it. */
public record ByteSize(long bytes) {}
