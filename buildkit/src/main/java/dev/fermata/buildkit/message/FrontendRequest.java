package dev.fermata.buildkit.message;

import dev.fermata.buildkit.Solve;

/** What a frontend is asked within a solve that leaves the rest to its client. */
public record FrontendRequest(Solve solve) implements Message {

  /** The last two ask for an answer in its present form. */
  @Override
  public void writeTo(FieldWriter out) {
    out.text(2, solve.frontend()).map(3, solve.attributes()).number(5, 1).number(6, 1);
  }
}
