package dev.fermata.model;

/** The key of a service in its project. */
public record ServiceName(String text) implements Comparable<ServiceName> {
  /**
   * By hand, as is {@link #hashCode}: natively, what a record brings is interpreted at each call.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof ServiceName name && text.equals(name.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public int compareTo(ServiceName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
