package io.labrun.testbed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Of classes that run side by side the longest begin, so that none of them is left alone in the
 * end: those that have a {@link Takes}.
 */
public final class LongFirst implements ClassOrderer {

  /**
   * JUnit's first thread takes classes from the end of the list, all others take them from its
   * beginning.
   */
  @Override
  public void orderClasses(ClassOrdererContext context) {
    List<ClassDescriptor> longFirst = new ArrayList<>(context.getClassDescriptors());
    longFirst.sort(Comparator.comparing(LongFirst::seconds).reversed());
    LinkedList<ClassDescriptor> end = new LinkedList<>();
    List<ClassDescriptor> beginning = new ArrayList<>();
    for (int i = 0; i < longFirst.size(); i++) {
      if (i % 3 == 2) {
        end.addFirst(longFirst.get(i));
      } else {
        beginning.add(longFirst.get(i));
      }
    }
    beginning.addAll(end);
    context.getClassDescriptors().sort(Comparator.comparing(beginning::indexOf));
  }

  private static int seconds(ClassDescriptor type) {
    return type.findAnnotation(Takes.class).map(Takes::seconds).orElse(0);
  }
}
