package dev.fermata.model.diagnostic;

/** What may stand in a message: the user's text, words of ours, or another message. */
public sealed interface MessagePart permits Quote, MessagePart.Word, Message {
  String shown();

  /** Words of ours that are no constant. */
  record Word(String shown) implements MessagePart {}
}
