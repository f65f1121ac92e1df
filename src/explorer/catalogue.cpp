// SPDX-License-Identifier: GPL-3.0-or-later
#include "explorer/catalogue.h"

#include <algorithm>

namespace Explorer {

using namespace Qt::StringLiterals;

namespace {

template <typename T> const T *findBy(const QList<T> &list, QStringView key, QString T::*member)
{
    const auto found =
        std::ranges::find_if(list, [key, member](const T &candidate) { return candidate.*member == key; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const QString &Words::in(QStringView language) const
{
    return language.startsWith("zh"_L1) ? simplifiedChinese : english;
}

bool Field::existsIn(Core::Edition edition) const
{
    return editions.isEmpty() || editions.contains(edition);
}

const Action *Catalogue::findAction(QStringView name) const
{
    return findBy(actions, name, &Action::name);
}

const ObjectType *Catalogue::findObject(QStringView name) const
{
    return findBy(objects, name, &ObjectType::name);
}

const ErrorCode *Catalogue::findError(QStringView code) const
{
    return findBy(errors, code, &ErrorCode::code);
}

const QList<Field> &Catalogue::fieldsOf(const Field &field) const
{
    static const QList<Field> none;
    const ObjectType *type = findObject(field.object);
    return type ? type->fields : none;
}

const Field *findField(const QList<Field> &fields, QStringView name)
{
    return findBy(fields, name, &Field::name);
}

} // namespace Explorer
