package dev.fermata.runner.engine.build;

import java.util.Optional;

/**
 * What a builder's lint finds: {@code rule} is its name ({@code JSONArgsRecommended}), empty where
 * there is none, {@code url} what explains it.
 */
public record DockerfileWarning(
    String rule, String sentence, String url, Optional<DockerfilePlace> place) {}
