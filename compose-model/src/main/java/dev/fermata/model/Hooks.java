package dev.fermata.model;

import java.util.List;

/** What is run as a service comes and goes, each list in its order. */
public record Hooks(List<InitContainer> preStart, List<Hook> postStart, List<Hook> preStop) {
  public static final Hooks NONE = new Hooks(List.of(), List.of(), List.of());

  public Hooks {
    preStart = List.copyOf(preStart);
    postStart = List.copyOf(postStart);
    preStop = List.copyOf(preStop);
  }
}
