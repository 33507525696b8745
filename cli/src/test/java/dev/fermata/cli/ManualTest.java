package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.command.CommandName;
import org.junit.jupiter.api.Test;

final class ManualTest {

  @Test
  void each_command_has_a_page_and_each_shell_a_script() {
    var files = Manual.files();

    for (String name : CommandName.vocabulary().names()) {
      assertThat(files).containsKey("man/man1/fermata-" + name.replace(' ', '-') + ".1");
    }
    assertThat(files)
        .containsKeys(
            "man/man1/fermata.1",
            "completions/fermata.bash",
            "completions/fermata.fish",
            "completions/fermata.zsh");
  }

  @Test
  void a_page_says_what_help_does_in_the_words_of_man() {
    assertThat(Manual.files().get("man/man1/fermata-version.1"))
        .startsWith(".TH \"FERMATA-VERSION\" 1 ")
        .contains(
            """
            .SH NAME
            fermata\\-version \\- Show the version
            .SH SYNOPSIS
            \\fBfermata version\\fR [OPTIONS]
            .SH OPTIONS
            .TP
            \\fB\\-f, \\-\\-format\\fR\\fI=FORMAT\\fR
            pretty or json
            """)
        .endsWith(".SH SEE ALSO\n.BR fermata (1)\n");
  }
}
