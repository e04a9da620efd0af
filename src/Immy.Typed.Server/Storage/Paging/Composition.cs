using System.Linq.Expressions;

namespace Immy.Typed.Server.Storage.Paging;

/// <summary>Puts expressions into one another, so that the database can read the whole.</summary>
internal static class Composition
{
    public static Expression<Func<T, TResult>> Compose<T, TInner, TResult>(Expression<Func<T, TInner>> inner, Expression<Func<TInner, TResult>> outer)
        => Expression.Lambda<Func<T, TResult>>(Replace(outer.Body, outer.Parameters[0], inner.Body), inner.Parameters);

    public static Expression<Func<T, TResult>> Compose<T, TFirst, TSecond, TResult>(
        Expression<Func<T, TFirst>> first, Expression<Func<T, TSecond>> second, Expression<Func<TFirst, TSecond, TResult>> outer)
    {
        var item = first.Parameters[0];
        var body = Replace(outer.Body, outer.Parameters[0], first.Body);
        return Expression.Lambda<Func<T, TResult>>(Replace(body, outer.Parameters[1], Replace(second.Body, second.Parameters[0], item)), item);
    }

    private static Expression Replace(Expression expression, ParameterExpression what, Expression by) => new Replacement(what, by).Visit(expression);

    private sealed class Replacement(ParameterExpression what, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == what ? by : node;
    }
}
