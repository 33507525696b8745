package dev.fermata.planner.written;

/** How a type is written as plain values, and read back. */
interface Form<T> {
  Object write(T value);

  T read(Object written);

  /** Whether it says nothing, so that its field is left out. */
  default boolean isAbsent(T value) {
    return false;
  }

  /** What a field that was left out says. */
  default T absent(String field) {
    throw new Malformation("`" + field + "` is missing");
  }
}
