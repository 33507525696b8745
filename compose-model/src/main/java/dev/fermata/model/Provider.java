package dev.fermata.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Another program that provides a service: {@code type} is how it is called, as a plugin of the
 * docker client or on the path; {@code options} are its flags, each as often as it has values;
 * {@code environment} are the variables of the project's env files, which it sees beside those of
 * the process.
 */
public record Provider(
    String type, SortedMap<String, List<String>> options, SortedMap<String, Value> environment) {
  public Provider {
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }
}
