package dev.fermata.cli.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Flags and operands as picocli knows them, and what it has found of them. */
final class Options {
  private Options() {}

  private static OptionSpec of(Flag<?> flag, String... names) {
    OptionSpec.Builder option = OptionSpec.builder(names);
    if (flag.isSwitch()) {
      return option.type(boolean.class).arity("0").build();
    }
    return option
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity(flag.isOptional() ? "0..1" : "1")
        .paramLabel(flag.label())
        .build();
  }

  static OptionSpec of(Flag<?> flag) {
    return of(flag, flag.names().toArray(new String[0]));
  }

  /** A former name is an option of its own: so it is known which one was used. */
  static List<OptionSpec> of(Collection<Flag<?>> flags) {
    var options = new ArrayList<OptionSpec>();
    for (Flag<?> flag : flags) {
      options.add(of(flag));
      flag.former().forEach(former -> options.add(of(flag, former.name())));
    }
    return options;
  }

  static PositionalParamSpec of(Operands operands) {
    return PositionalParamSpec.builder()
        .paramLabel(operands.usage())
        .hideParamSyntax(true)
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .build();
  }

  static boolean isSwitch(OptionSpec option) {
    return option.type() == boolean.class;
  }

  /** A flag with a value that may lack. */
  static boolean isOptional(OptionSpec option) {
    return !isSwitch(option) && option.arity().min() == 0;
  }

  /** The option under the names that others leave free; empty where no long one is. */
  static List<OptionSpec> beside(Collection<String> taken, OptionSpec option) {
    var free = new ArrayList<>(Arrays.asList(option.names()));
    free.removeAll(taken);
    for (String name : free) {
      if (name.startsWith("--")) {
        String[] names = free.toArray(new String[0]);
        return List.of(option.toBuilder().names(names).build());
      }
    }
    return List.of();
  }

  /** What was given of a flag. A flag goes by its long name, which means the same in all places. */
  static List<String> given(Flag<?> flag, Collection<ParseResult> places) {
    var texts = new ArrayList<String>();
    for (ParseResult place : places) {
      texts.addAll(given(flag.name(), place));
      flag.former().forEach(former -> texts.addAll(given(former.name(), place)));
    }
    return texts;
  }

  private static List<String> given(String name, ParseResult place) {
    ArgSpec option = place.matchedOption(name);
    return option == null ? List.of() : texts(option.getValue());
  }

  /** What there is to say of a use of the flag, and of its former names. */
  static List<String> notes(Flag<?> flag, Collection<ParseResult> places) {
    var notes = new ArrayList<String>();
    for (ParseResult place : places) {
      if (place.hasMatchedOption(flag.name())) {
        flag.note().ifPresent(notes::add);
      }
      for (Flag.Former former : flag.former()) {
        if (place.hasMatchedOption(former.name())) {
          former.note().ifPresent(notes::add);
        }
      }
    }
    return notes;
  }

  private static List<String> texts(Object value) {
    if (value instanceof List<?> several) {
      var texts = new ArrayList<String>();
      for (Object each : several) {
        texts.add(String.valueOf(each));
      }
      return texts;
    }
    return List.of(String.valueOf(value));
  }
}
