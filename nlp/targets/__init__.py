"""What a document promises or reports in figures: value, unit, operator, measure, scope and year.

How a target is read, and which file answers which question:

    passage.py        where may figures stand?        in goals, tasks and reports (tense.py, planned.py)
    clause.py         where does a clause end?        森林覆盖率达到68%|,湿地保护率达到50%
    figures.py        which numbers count at all?     none in 《…》, “…”, nor 12369
    quantity.py       which numbers have units?       36.4万亩 (quantity_form.py, unit.py), 左右 (operator.py)
    value_clause.py   what says a sentence?           clause by clause, bracket by bracket
      announced.py      of which measure, told once?  污水处理率:市区98%,县城95%
      clause_reader.py  which number says what?       by the words around it and its run (clause_text.py, run.py)
      measured.py       of what stands before it      森林覆盖率达到|68%, lists and pairs (series.py, shared_measure.py)
      measured_work.py  of work named by its verb     清淤|30万立方米, 完成整治|60个 (undertaking.py)
      counted.py        of what it counts behind it   50个|行政村环境整治 (counted_thing.py, counted_name.py)
      measured_again.py of what was said before       县城达到95% (meant_again.py, antecedent.py, spoken_of.py)
      worded.py         or no number at all?          全覆盖, 清零 (outcome.py)
    refusal.py        is it no target?                beginning.py, condition.py, description.py, part_of_scope.py
    subject.py        what is measured?               behind verbs (verb.py, inner_verb.py, giving.py)
    scope.py          where, or of which things?      县城|污水处理率 (scope_opening.py, place_noun.py, water_name.py)
    indicator.py      under which common name?        优良天数比例, 空气质量优良率
    year.py           by when?                        dated.py, carried_year.py, year_above.py, writing.py
    baseline.py       against which year?             较2020年下降18%
    table.py          and in tables?                  indicator_column.py, cell.py, place_table.py

`component.py` reads all passages so, `keeper.py` makes targets of what they state. `statement.py` and `reading.py` hold
what is read of a sentence and a clause, `setting.py` what stands around a number, `joint.py` what stands between the
members of lists.
"""
