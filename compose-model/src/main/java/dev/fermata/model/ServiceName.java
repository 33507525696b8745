package dev.fermata.model;

/** The key of a service in its project. */
public record ServiceName(String text) implements Comparable<ServiceName> {
  @Override
  public int compareTo(ServiceName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
