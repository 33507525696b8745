package dev.fermata.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.github.dockerjava.api.DockerClient;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The commands of docker-java that are called, and the classes that its JSON library looks into for
 * them: the request is the command itself, the answer is what its execution names.
 */
final class TypedCommands {
  private static final String ROOM = "com.github.dockerjava.";

  private final SortedMap<String, Class<?>> found = new TreeMap<>();
  private final Deque<Class<?>> open = new ArrayDeque<>();

  private TypedCommands() {}

  /** By their simple names, such as {@code CommitCmd}; called or handed on as a function. */
  static Set<String> calledIn(JavaClasses classes) {
    var names = new TreeSet<String>();
    classes.forEach(type ->
        Stream.<JavaCodeUnitAccess<?>>concat(
                type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream())
            .filter(call -> call.getTargetOwner().isAssignableTo(DockerClient.class))
            .map(call -> call.getTarget().getRawReturnType().getSimpleName())
            .filter(name -> name.endsWith("Cmd"))
            .forEach(names::add));
    return names;
  }

  /** The names of all classes that are looked into for these commands. */
  static Set<String> lookedInto(Set<String> commands) throws ClassNotFoundException {
    var all = new TypedCommands();
    for (String command : commands) {
      all.add(Class.forName(ROOM + "core.command." + command + "Impl"));
      all.addAnswer(ROOM + "core.exec." + command + "Exec");
    }
    all.close();
    return all.found.keySet();
  }

  private void addAnswer(String execution) throws ClassNotFoundException {
    Stream.of(Class.forName(execution).getDeclaredClasses()).forEach(this::add);
    for (int number = 1; ; number++) {
      Class<?> inner = anonymous(execution, number);
      if (inner == null) {
        return;
      }
      if (TypeReference.class.isAssignableFrom(inner)) {
        add(inner.getGenericSuperclass());
      }
    }
  }

  private static @Nullable Class<?> anonymous(String outer, int number) {
    try {
      return Class.forName(outer + "$" + number);
    } catch (ClassNotFoundException last) {
      return null;
    }
  }

  private void close() {
    for (Class<?> next = open.poll(); next != null; next = open.poll()) {
      lookInto(next);
    }
  }

  private void lookInto(Class<?> type) {
    add(type.getGenericSuperclass());
    addNamedBy(type);
    for (Field field : type.getDeclaredFields()) {
      add(field.getGenericType());
      addNamedBy(field);
    }
    Stream.concat(Stream.of(type.getDeclaredConstructors()), Stream.of(type.getDeclaredMethods()))
        .filter(member -> member.getAnnotations().length > 0)
        .forEach(this::lookInto);
  }

  private void lookInto(Executable member) {
    Stream.of(member.getGenericParameterTypes()).forEach(this::add);
    add(member.getAnnotatedReturnType().getType());
    addNamedBy(member);
  }

  private void addNamedBy(AnnotatedElement element) {
    JsonSerialize written = element.getAnnotation(JsonSerialize.class);
    if (written != null) {
      add(written.using());
    }
    JsonDeserialize read = element.getAnnotation(JsonDeserialize.class);
    if (read != null) {
      add(read.using());
    }
  }

  private void add(@Nullable Type type) {
    switch (type) {
      case Class<?> plain when plain.isArray() -> {
        add(plain.getComponentType());
        addArray(plain);
      }
      case Class<?> plain -> addClass(plain);
      case ParameterizedType of -> {
        add(of.getRawType());
        Stream.of(of.getActualTypeArguments()).forEach(this::add);
      }
      case GenericArrayType of -> add(of.getGenericComponentType());
      case WildcardType of -> Stream.of(of.getUpperBounds()).forEach(this::add);
      case null, default -> {}
    }
  }

  /** Natively an array of a class is one more thing that is made by reflection. */
  private void addArray(Class<?> type) {
    if (isTheirs(type.getComponentType())) {
      found.put(type.getTypeName(), type);
    }
  }

  private static boolean isTheirs(Class<?> type) {
    return type.getName().startsWith(ROOM);
  }

  private void addClass(Class<?> type) {
    if (isTheirs(type) && !type.isInterface() && found.putIfAbsent(type.getName(), type) == null) {
      open.add(type);
    }
  }
}
