package dev.fermata.cli.command.init;

import dev.fermata.sources.Folder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a folder can run: each Dockerfile is a service; without one, the files of its language say
 * what to start in an image of that language.
 */
final class Programs {
  private static final Pattern EXPOSE = Pattern.compile("(?im)^\\s*EXPOSE\\s+(\\d{1,5})");
  private static final Pattern PORT = Pattern.compile("(?m)^\\s*(?:export\\s+)?PORT=\"?(\\d{1,5})");
  private static final Pattern GO = Pattern.compile("(?m)^go (\\d+\\.\\d+)");
  private static final int NODE = 3_000;
  private static final int PYTHON = 8_000;
  private static final int USUAL = 8_080;

  private final Folder folder;

  private Programs(Folder folder) {
    this.folder = folder;
  }

  static List<Program> in(Folder folder) {
    var found = new ArrayList<Program>();
    new Programs(folder).own().ifPresent(found::add);
    for (Folder below : folder.folders()) {
      String name = below.name().toLowerCase(Locale.ROOT);
      if (name.matches("[a-z0-9][a-z0-9_.-]*") && !name.equals("app")) {
        new Programs(below).built(name, below.name() + "/").ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Program> own() {
    return built("app", "")
        .or(this::node)
        .or(this::maven)
        .or(this::go)
        .or(this::python)
        .or(this::pages);
  }

  private Optional<Program> built(String service, String place) {
    return folder
        .firstOf("Dockerfile", "Containerfile")
        .map(file -> {
          Optional<Integer> port =
              number(EXPOSE, folder.text(file)).or(() -> number(PORT, folder.text(".env")));
          return new Program(service, place + file, building(place, file), port);
        });
  }

  private static List<String> building(String place, String file) {
    String context = place.isEmpty() ? "." : "./" + place.substring(0, place.length() - 1);
    return file.equals("Dockerfile")
        ? List.of("build: " + FirstFile.quoted(context))
        : List.of("build:", "  context: " + FirstFile.quoted(context), "  dockerfile: " + file);
  }

  private Optional<Program> node() {
    return folder
        .text("package.json")
        .map(text -> text.contains("\"start\"") ? "npm start" : "node .")
        .map(start -> inSource("package.json", "node:22-alpine", "npm install && " + start, NODE));
  }

  private Optional<Program> maven() {
    return folder
        .text("pom.xml")
        .map(text ->
            text.contains("spring-boot")
                ? "mvn spring-boot:run"
                : "mvn -q package -DskipTests && java -jar target/*.jar")
        .map(start -> inSource("pom.xml", "maven:3-eclipse-temurin-21", start, USUAL));
  }

  private Optional<Program> go() {
    return folder
        .text("go.mod")
        .map(text -> {
          Matcher version = GO.matcher(text);
          String tag = version.find() ? version.group(1) : "1";
          return inSource("go.mod", "golang:" + tag, "go run .", USUAL);
        });
  }

  private Optional<Program> python() {
    return folder
        .firstOf("requirements.txt", "pyproject.toml")
        .map(file -> {
          String what = file.equals("requirements.txt") ? "-r requirements.txt" : ".";
          return inSource(
              file, "python:3-slim", "pip install " + what + " && " + pythonStart(), PYTHON);
        });
  }

  private String pythonStart() {
    return folder.has("manage.py")
        ? "python manage.py runserver 0.0.0.0:" + PYTHON
        : "python " + folder.firstOf("app.py", "main.py").orElse("app.py");
  }

  private Optional<Program> pages() {
    return folder
        .firstOf("index.html")
        .map(file ->
            new Program(
                "app",
                file,
                List.of("image: nginx:alpine", "volumes:", "  - .:/usr/share/nginx/html:ro"),
                Optional.of(80)));
  }

  /** The language's own image with the folder in it: a change is there without a build. */
  private Program inSource(String source, String image, String command, int usual) {
    return new Program(
        "app",
        source,
        List.of(
            "image: " + image + "  # without a Dockerfile, the language's own image",
            "working_dir: /src",
            "volumes:",
            "  - .:/src",
            "command: sh -c " + FirstFile.quoted(command)),
        Optional.of(number(PORT, folder.text(".env")).orElse(usual)));
  }

  private static Optional<Integer> number(Pattern pattern, Optional<String> text) {
    return text.map(pattern::matcher)
        .filter(Matcher::find)
        .map(found -> Integer.parseInt(found.group(1)));
  }
}
