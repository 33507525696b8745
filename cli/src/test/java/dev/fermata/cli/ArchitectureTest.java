package dev.fermata.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What must not know what, and why. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          // Packed, the tests that other modules use are a jar.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.fermata");

  @Test
  void only_the_adapter_knows_docker() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.fermata.runner.docker..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.dockerjava..", "com.fasterxml.jackson.databind..")
        .because("another engine or client is one package")
        .check(CLASSES);
  }

  @Test
  void only_one_room_reaches_for_docker_javas_client() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.fermata.runner.docker.typed..")
        .and()
        .doNotHaveFullyQualifiedName("dev.fermata.runner.docker.DockerEngine")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.github.dockerjava.core..",
            "com.github.dockerjava.api..",
            "com.fasterxml.jackson.databind..")
        .because("it takes long to load, and most commands do without")
        .check(CLASSES);
  }

  @Test
  void json_is_for_the_adapter_for_registries_and_for_what_users_see() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.fermata.runner.docker..",
            "dev.fermata.buildkit..",
            "dev.fermata.sources.registry..",
            "dev.fermata.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .because("the other modules speak in values")
        .check(CLASSES);
  }

  @Test
  void model_and_planner_are_pure() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.fermata.model..", "dev.fermata.planner..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.util.concurrent..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.io\\.(File|FileInputStream|FileReader|FileWriter|RandomAccessFile)")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.time\\.(Clock|InstantSource)|java\\.lang\\.Thread")
        .because("they are functions: no I/O, no clock, no threads")
        .check(CLASSES);
  }

  @Test
  void the_yaml_library_stays_inside_the_reader() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.fermata.model.tree..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.snakeyaml..")
        .because("all else knows trees of our own")
        .check(CLASSES);
  }

  @Test
  void only_the_program_writes_to_standard_streams() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.fermata.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("a library says what it has to say by values")
        .check(CLASSES);
  }

  @Test
  void the_program_leaves_files_git_and_registries_to_the_sources() {
    noClasses()
        .that()
        .resideInAPackage("dev.fermata.cli..")
        // What the process, its terminal and its machine are like, and the output of `config -o`.
        .and()
        .doNotHaveFullyQualifiedName(Main.class.getName())
        .and()
        .doNotHaveFullyQualifiedName(StandardStreams.class.getName())
        .and()
        .doNotHaveFullyQualifiedName("dev.fermata.cli.terminal.RawMode")
        .and()
        .doNotHaveFullyQualifiedName("dev.fermata.cli.terminal.Foreground")
        .and()
        .doNotHaveFullyQualifiedName("dev.fermata.cli.doctor.LocalMachine")
        .and()
        .doNotHaveFullyQualifiedName("dev.fermata.cli.command.ConfigCommand")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.nio\\.file\\.Files|java\\.io\\.File(Input|Output)?(Stream)?|java\\.lang\\.ProcessBuilder")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.net\\.(http\\..*|.*Connection|.*Socket|URL)")
        .because("a Java program that loads a project needs them as well")
        .check(CLASSES);
  }

  @Test
  void modules_know_those_below_them_alone() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("compose-model")
        .definedBy("dev.fermata.model..")
        .layer("planner")
        .definedBy("dev.fermata.planner..")
        .layer("runner")
        .definedBy("dev.fermata.runner..")
        .layer("sources")
        .definedBy("dev.fermata.sources..")
        .layer("buildkit")
        .definedBy("dev.fermata.buildkit..")
        .layer("cli")
        .definedBy("dev.fermata.cli..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("runner")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("sources")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("buildkit")
        .mayOnlyBeAccessedByLayers("runner")
        .whereLayer("planner")
        .mayOnlyBeAccessedByLayers("runner", "cli")
        .because("each can be used without those above it, and files without an engine")
        .check(CLASSES);
  }

  @Test
  void the_rooms_of_the_load_are_its_own() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.fermata.model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.fermata.model.load.bind..",
            "dev.fermata.model.load.check..",
            "dev.fermata.model.load.compose..",
            "dev.fermata.model.load.env..",
            "dev.fermata.model.load.normalise..",
            "dev.fermata.model.load.select..",
            "dev.fermata.model.schema.shape..")
        .because("a stage is public for the other rooms only: the door is `Loader`")
        .check(CLASSES);
  }

  @Test
  void the_rooms_of_the_planner_are_its_own() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.fermata.planner..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.fermata.planner.command..",
            "dev.fermata.planner.container..",
            "dev.fermata.planner.drift..",
            "dev.fermata.planner.fate..",
            "dev.fermata.planner.image..",
            "dev.fermata.planner.resource..",
            "dev.fermata.planner.scene..",
            "dev.fermata.planner.stop..")
        .because("a room is public for the other rooms only: the door is `Planner`")
        .check(CLASSES);
  }

  @Test
  void packages_have_no_cycles() {
    slices()
        .matching("dev.fermata.(**)")
        .should()
        .beFreeOfCycles()
        .because("a reader can take one package at a time")
        .check(CLASSES);
  }
}
