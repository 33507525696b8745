package dev.fermata.model.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteTest {
  @Test
  void a_secret_of_one_letter_is_masked_where_it_stands_and_nowhere_else() {
    assertThat(secret("banana", new Stretch(1, 2))).hasToString("b*****nana");
  }

  @Test
  void secrets_that_overlap_or_touch_have_one_mask() {
    Quote overlapping =
        secret("0123456789", new Stretch(5, 7), new Stretch(1, 4), new Stretch(2, 5));

    assertThat(overlapping).hasToString("0*****789");
  }

  @Test
  void a_cut_leaves_no_half_of_a_secret() {
    String text = "x".repeat(79) + "hunter2" + "y".repeat(200);

    assertThat(secret(text, new Stretch(79, 86)))
        .hasToString("x".repeat(79) + "*... (284 characters)");
  }

  @Test
  void a_part_has_its_share_of_a_secret() {
    Quote whole = secret("80:hunter2/x", new Stretch(3, 10));

    assertThat(whole.part(0, 2)).hasToString("80");
    assertThat(whole.part(1, 6)).hasToString("0:*****");
    assertThat(whole.from(8)).hasToString("*****/x");
    assertThat(whole.part(11, 99)).hasToString("x");
  }

  @Test
  void of_a_text_in_another_form_all_is_secret() {
    assertThat(secret("a-b", new Stretch(0, 1)).as("/home/a-b")).hasToString("*****");
    assertThat(Quote.name("a-b").as("/home/a-b")).hasToString("/home/a-b");
  }

  @Test
  void the_password_of_an_address_is_masked_beside_secrets() {
    Quote address = secret("https://me:pw@host/token", new Stretch(19, 24));

    assertThat(address).hasToString("https://me:*****@host/*****");
    assertThat(address.isOpenWithoutLogin()).isFalse();
    assertThat(secret("https://me:pw@host/", new Stretch(11, 13)).isOpenWithoutLogin()).isTrue();
  }

  @Test
  void characters_that_nobody_sees_are_marked() {
    assertThat(Quote.name("a\u001Bb")).hasToString("a\uFFFDb");
  }

  @Test
  void a_message_stays_readable_where_a_secret_is_a_word_of_it() {
    Message message =
        Message.of("a port `%s` of `%s`", secret("a", new Stretch(0, 1)), Quote.name("a"));

    assertThat(message).hasToString("a port `*****` of `a`");
  }

  @Test
  void a_message_of_thousands_of_names_ends_early() {
    List<MessagePart> names = List.copyOf(Collections.nCopies(2_000, Quote.name("ab")));

    assertThat(Message.list("%s", ", ", names).shown()).hasSize(1_003).endsWith("...");
  }

  @Test
  void a_template_has_a_place_for_each_part() {
    assertThatThrownBy(() -> Message.of("`%s` of `%s`", Quote.name("a")))
        .hasMessageContaining("a bug");
  }

  private static Quote secret(String text, Stretch... secrets) {
    return new Quote(text, List.of(secrets));
  }
}
