package dev.fermata.buildkit.files;

import dev.fermata.buildkit.files.FileTree.Entry;
import dev.fermata.buildkit.ignore.PathPatterns;
import dev.fermata.buildkit.ignore.PathPatterns.Match;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The entries of a tree that are wanted, as a walk finds them: depth first, each folder by its
 * names' bytes. A folder that is not wanted itself comes before the first entry in it that is.
 */
final class Selection {

  /** Gets the entries, in order. */
  @FunctionalInterface
  interface Visitor {
    void visit(Entry entry) throws IOException;
  }

  private final FileTree tree;
  private final PathPatterns included;
  private final PathPatterns excluded;
  private final Visitor visitor;

  /** The folders on the way that nobody has been told of yet. */
  private final List<Entry> untold = new ArrayList<>();

  private Selection(FileTree tree, PathPatterns included, PathPatterns excluded, Visitor visitor) {
    this.tree = tree;
    this.included = included;
    this.excluded = excluded;
    this.visitor = visitor;
  }

  static void visit(FileTree tree, FileRequest request, Visitor visitor) throws IOException {
    new Selection(tree, included(tree, request), PathPatterns.of(request.excludes()), visitor)
        .visit(tree.top(), Parent.TOP);
  }

  private static PathPatterns included(FileTree tree, FileRequest request) throws IOException {
    List<String> followed = FollowedPaths.patterns(tree, request.followPaths());
    if (followed.isEmpty()) {
      return PathPatterns.of(request.includes());
    }
    List<String> all = Stream.concat(request.includes().stream(), followed.stream()).toList();
    return PathPatterns.of(FollowedPaths.withoutThoseBelow(all));
  }

  /** What is known of the folder that is walked. */
  private record Parent(Match included, Match excluded) {
    static final Parent TOP = new Parent(Match.NONE, Match.NONE);
  }

  private void visit(List<Entry> entries, Parent parent) throws IOException {
    for (Entry entry : entries) {
      Match in = included.below(parent.included(), entry.path());
      Match out = excluded.below(parent.excluded(), entry.path());
      boolean wanted = (included.isEmpty() || in.matches()) && !out.matches();
      if (wanted) {
        tell(entry);
      }
      if (entry.attributes().isFolder() && mayHoldWanted(entry, in, out)) {
        if (!wanted) {
          untold.add(entry);
        }
        visit(wanted ? tree.in(entry) : inUnwanted(entry), new Parent(in, out));
        untold.remove(entry);
      }
    }
  }

  private boolean mayHoldWanted(Entry folder, Match in, Match out) {
    return (included.isEmpty() || in.matches() || included.mayMatchBelow(folder.path()))
        && (!out.matches() || excluded.mayTakeBackBelow(folder.path()));
  }

  private void tell(Entry entry) throws IOException {
    for (Entry folder : untold) {
      visitor.visit(folder);
    }
    untold.clear();
    visitor.visit(entry);
  }

  /** That it may not be read is no matter: nobody has asked for it. */
  private List<Entry> inUnwanted(Entry folder) throws IOException {
    try {
      return tree.in(folder);
    } catch (AccessDeniedException e) {
      return List.of();
    }
  }
}
