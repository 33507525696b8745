package dev.fermata.cli.template;

/** A piece of a template; {@code at} counts from 0. */
record Token(Kind kind, String text, int at) {

  enum Kind {
    /** What stands between actions. */
    OUTSIDE,
    OPEN,
    CLOSE,
    STRING,
    NUMBER,
    /** A function, a keyword, {@code true}, {@code nil}. */
    WORD,
    /** {@code .Name}; the text is without the dot. */
    FIELD,
    DOT,
    /** {@code $name}, with its dollar. */
    VARIABLE,
    /** {@code | ( ) , := =}. */
    SIGN
  }

  boolean is(Kind wanted, String words) {
    return kind == wanted && text.equals(words);
  }
}
