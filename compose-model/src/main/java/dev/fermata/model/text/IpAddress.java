package dev.fermata.model.text;

import java.util.regex.Pattern;

/** IP addresses as text, without looking any name up. */
public final class IpAddress {
  private static final String BYTE = "(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
  private static final Pattern V4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final int NOT_GROUPS = -100;
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

  private IpAddress() {}

  public static boolean isValid(String text) {
    return V4.matcher(text).matches() || isV6(text);
  }

  private static boolean isV6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == 8;
    }
    String before = text.substring(0, gap);
    String after = text.substring(gap + 2);
    if (after.contains("::")) {
      return false;
    }
    int head = before.isEmpty() ? 0 : groups(before);
    int tail = after.isEmpty() ? 0 : groups(after);
    return head >= 0 && tail >= 0 && head + tail <= 7;
  }

  /** How many groups of 16 bits; an IPv4 address at the end counts for two. */
  private static int groups(String text) {
    String[] groups = text.split(":", -1);
    int count = groups.length;
    for (int i = 0; i < groups.length; i++) {
      boolean last = i == groups.length - 1;
      if (last && V4.matcher(groups[i]).matches()) {
        count++;
      } else if (!GROUP.matcher(groups[i]).matches()) {
        return NOT_GROUPS;
      }
    }
    return count;
  }
}
