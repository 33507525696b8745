package dev.fermata.model.load.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RemoteReferenceTest {
  private static final String COMMIT = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
  private static final String DIGEST =
      "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @ParameterizedTest
  @CsvSource({
    "https://example.com/a.git, https://example.com/a.git, '', ''",
    "https://example.com/a.git#main, https://example.com/a.git, main, ''",
    "https://example.com/a.git#main:sub/x.yaml, https://example.com/a.git, main, sub/x.yaml",
    "https://example.com/a.git#:sub, https://example.com/a.git, '', sub",
    "https://example.com/a.git?ref=v1&subdir=sub, https://example.com/a.git, v1, sub",
    "https://example.com/a.git?branch=b, https://example.com/a.git, refs/heads/b, ''",
    "https://example.com/a.git?tag=t, https://example.com/a.git, refs/tags/t, ''",
    "'https://example.com/a.git##ref=v1,subdir=s', https://example.com/a.git, v1, s",
    "git://example.com/a, git://example.com/a, '', ''",
    "GIT://example.com/a, git://example.com/a, '', ''",
    "ssh://git@example.com:22/a#v1, ssh://git@example.com:22/a, v1, ''",
    "github.com/me/a#v1, https://github.com/me/a, v1, ''",
    "git@example.com:me/a.git#v1:sub, git@example.com:me/a.git, v1, sub",
    "file:///srv/a.git, file:///srv/a.git, '', ''",
  })
  void every_form_of_a_git_reference_is_understood(
      String text, String url, String ref, String subdirectory) {
    assertThat(RemoteReference.of(text)).contains(new GitReference(url, ref, subdirectory));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compose.yaml",
        "./github.com/a",
        "../a.git",
        "/srv/a.git",
        "https://example.com/compose.yaml",
        "ext::sh -c id",
        "ext://sh",
        "https://example.com/a.git#--upload-pack=x",
        "https://-oProxyCommand=x/a.git",
        "ssh://-oProxyCommand=x/a",
        "-x@example.com:a",
        "me@-oProxyCommand:a",
        "https://example.com/a.git#a b",
        "https://example.com/a.git#*",
        "https://example.com/a.git?upload-pack=x",
        "oci://",
        "oci://Example/Upper",
        "oci://example.com/a@sha256:12",
        "oci://example.com/../a",
      })
  void what_is_neither_a_repository_nor_a_published_project_is_none(String text) {
    assertThat(RemoteReference.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "oci://example.com/a/b:1, oci://example.com/a/b:1",
    "oci://localhost:5000/a, oci://localhost:5000/a",
    "oci://localhost/a, oci://localhost/a",
    "oci://a, oci://docker.io/library/a",
    "oci://me/a:1, oci://docker.io/me/a:1",
  })
  void a_published_project_has_the_registry_that_an_image_of_that_name_would_have(
      String text, String whole) {
    assertThat(RemoteReference.of(text).orElseThrow().shown()).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/a.git#" + COMMIT,
        "https://example.com/a.git#" + COMMIT + ":sub",
        "https://example.com/a.git?ref=main&commit=" + COMMIT,
        "oci://example.com/a:1@" + DIGEST,
      })
  void whole_hashes_pin(String text) {
    assertThat(RemoteReference.of(text).orElseThrow().isPinned()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/a.git",
        "https://example.com/a.git#v1",
        "https://example.com/a.git#4b825dc",
        "https://example.com/a.git#4B825DC642CB6EB9A060E54BF8D69288FBEE4904",
        "oci://example.com/a:1",
      })
  void names_that_may_move_do_not_pin(String text) {
    assertThat(RemoteReference.of(text).orElseThrow().isPinned()).isFalse();
  }

  @Test
  void a_password_is_not_shown() {
    assertThat(RemoteReference.of("https://me:secret@example.com/a.git#v1").orElseThrow().shown())
        .isEqualTo("https://me:*****@example.com/a.git#v1");
  }
}
