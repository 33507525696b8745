package dev.fermata.model.schema.shape;

import dev.fermata.model.tree.Node;
import java.util.function.Function;

/** What makes two items of a list the same thing, and how that is called: {@code `target`}. */
record ItemKey(String called, Function<Node, String> of) {}
