package io.labrun.run.check;

import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.source.Span;
import java.util.List;

/** Expectations where the author left them out; they point to the word that names the check. */
final class Expectations {
  private Expectations() {}

  static Data that(Call call, String field, Data value) {
    return Data.Mapping.of(List.of(new Data.Entry(field, call.kindSpan(), value)), call.kindSpan());
  }

  static Data yes(Call call) {
    return new Data.Bool(true, call.kindSpan());
  }

  static Data number(Call call, long value) {
    return new Data.Num(value, Long.toString(value), call.kindSpan());
  }

  static Data between(Call call, long least, long most) {
    Span span = call.kindSpan();
    Data both = new Data.Seq(List.of(number(call, least), number(call, most)), span);
    return Data.Mapping.of(List.of(new Data.Entry("between", span, both)), span);
  }
}
