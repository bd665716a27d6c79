# ما يجيب به المجلس والبعثات، كما يقرؤه الجميع.
outcome-accepted = قُبل
outcome-accepted-with-conditions = قُبل بشروط
outcome-refused = رُفض
outcome-changes-requested = طُلبت تعديلات
view-supports = البعثة تؤيّد
view-no-objection = لا اعتراض لدى البعثة
view-opposes = البعثة تعترض
