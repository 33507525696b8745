package dev.fermata.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Definition;
import dev.fermata.model.Network;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.Volume;
import dev.fermata.model.tree.Node;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A plan can be written down and carried out without the files that it came from. */
class StandaloneTest {

  @Test
  void a_plan_has_nothing_of_the_model_that_it_was_made_from() {
    Set<Class<?>> parts = new LinkedHashSet<>();
    collect(Plan.class, parts);

    assertThat(parts).contains(Action.CreateContainer.class, ContainerSpec.class, Undo.class);
    for (var part : List.of(Project.class, Service.class, Network.class, Volume.class)) {
      assertThat(parts).doesNotContain(part);
    }
    assertThat(parts).doesNotContain(Definition.class, Node.class);
  }

  private static void collect(Type type, Set<Class<?>> parts) {
    if (type instanceof ParameterizedType generic) {
      List.of(generic.getActualTypeArguments()).forEach(part -> collect(part, parts));
    }
    if (!(type instanceof Class<?> part) || !parts.add(part)) {
      return;
    }
    if (part.isRecord()) {
      for (RecordComponent component : part.getRecordComponents()) {
        collect(component.getGenericType(), parts);
      }
    }
    if (part.isSealed()) {
      List.of(part.getPermittedSubclasses()).forEach(kind -> collect(kind, parts));
    }
  }
}
