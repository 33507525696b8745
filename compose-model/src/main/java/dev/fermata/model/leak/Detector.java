package dev.fermata.model.leak;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows one kind of secret by its form; {@code sure} looks at what has that form, and at its key.
 */
record Detector(String type, Pattern form, BiPredicate<String, String> sure) {
  private static final String BEFORE = "(?m)(?:^|[\\t ])\\[?[\\t ]*['\"]?(";
  private static final String BEHIND = ")['\"]?[\\t ]*]?[\\t ]*;?(?=[\\t ]|\\r?$)";
  private static final double RANDOM = 5;
  private static final double LIKELY_RANDOM = 4;

  /** The more a form says the earlier it is: a key that has a form is not told twice. */
  static final List<Detector> ALL =
      List.of(
          of("JFrog Artifactory credentials", "AKC[a-zA-Z0-9]{10,}"),
          of(
              "AWS Client ID",
              "(?:A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)[A-Z0-9]{16}"),
          of("AWS Secret Key", "(?:AWS|aws).{0,20}['\"][0-9a-zA-Z/+]{40}['\"]"),
          of(
              "Amazon Marketplace Web Service (MWS) Key",
              "amzn\\.mws\\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
          of(
              "Azure Storage Account access key",
              "(?:AccountKey=)?[a-zA-Z0-9+/=]{88}",
              (key, value) -> value.startsWith("AccountKey=") || key.endsWith("AccountKey")),
          of(
              "HTTP Basic Authentication",
              "(?i:(?:\"?authorization\"? *[:=] *)?\"?basic) +[a-zA-Z0-9+/,_-]{2,}={0,2}\"?",
              (key, value) -> isPair(value)),
          of(
              "HTTP Bearer Authentication",
              "(?i:(?:\"?authorization\"? *[:=] *)?\"?bearer) +[a-zA-Z0-9+/,_\\-.=]{16,}\"?"),
          of("Github authentication", "gh[pousr]_[A-Za-z0-9_]{36}|github_pat_[A-Za-z0-9_]{22,}"),
          of("JSON Web Token", "eyJ[A-Za-z0-9_=-]+\\.eyJ[A-Za-z0-9_=-]+(?:\\.[A-Za-z0-9_.+/=-]*)?"),
          of(
              "Keyword Detector",
              "[^${\\s].+[^}\\s]",
              (key, value) -> SecretNames.isOne(key) && Entropy.of(value) >= LIKELY_RANDOM),
          of("Mailchimp API Key", "[0-9a-f]{32}-us[0-9]{1,2}"),
          of("npm auth token", "//\\S+/:_authToken=[^${\\s]\\S+|npm_[a-zA-Z0-9]{36}"),
          of(
              "Private Key",
              ".*PuTTY-User-Key-File-.*"
                  + "|-*BEGIN[ \\S]+?PRIVATE KEY(?: BLOCK)?-*[\\S\\s]{4,}?"
                  + "-*END[ \\S]+?PRIVATE KEY(?: BLOCK)?-*"),
          of("Sendgrid API key", "SG\\.[a-zA-Z0-9_-]{22}\\.[a-zA-Z0-9_-]{43}"),
          of(
              "Slack token",
              "(?:(?:xoxe\\.)?xox[bp]|xox[aeosr]|xapp)-\\d+-[-a-zA-Z0-9]+"
                  + "|https://hooks\\.slack\\.com/services/T\\w+/B\\w+/\\w+"),
          of("Square authentication", "sq0atp-[0-9A-Za-z\\\\_-]{22}|sq0csp-[0-9A-Za-z\\\\_-]{43}"),
          of("Stripe API key", "[rs]k_(?:live|test)_[0-9a-zA-Z]{24,}"),
          of("Twilio authentication", "(?:AC|SK)[0-9a-fA-F]{32}"),
          of("URL with password", "[a-z][a-z0-9+.-]+://[^:\\s/]*:(?!\\$)[^@:\\s/]+@[^\\s'\"\\];]+"),
          of(
              "High entropy string",
              "(?:[a-zA-Z0-9+/]{16,}|[a-zA-Z0-9_-]{16,})={0,2}",
              (key, value) -> !value.matches("\\d+") && Entropy.of(value) > RANDOM));

  private static Detector of(String type, String form) {
    return of(type, form, (key, value) -> true);
  }

  private static Detector of(String type, String form, BiPredicate<String, String> sure) {
    return new Detector(type, Pattern.compile(BEFORE + form + BEHIND), sure);
  }

  /** What has the form in a text, be it a value or a whole file. */
  Stream<Leak> in(String key, String text) {
    Matcher matcher = form.matcher(text);
    return matcher
        .results()
        .map(result -> result.group(1))
        .filter(value -> sure.test(key, value))
        .map(value -> new Leak(type, key, value));
  }

  /** A user's name and a password, as HTTP sends them. */
  private static boolean isPair(String value) {
    String last = value.substring(value.lastIndexOf(' ') + 1).replace("\"", "");
    try {
      String pair = new String(Base64.getDecoder().decode(last), StandardCharsets.ISO_8859_1);
      return pair.indexOf(':') > 0;
    } catch (IllegalArgumentException e) {
      // It only looked like Base64.
      return false;
    }
  }
}
